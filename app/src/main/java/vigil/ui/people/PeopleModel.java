package vigil.ui.people;

import java.util.List;
import java.util.stream.Stream;
import vigil.people.PeopleSight;
import vigil.people.PeopleSight.Person;
import vigil.ui.parts.Phrases;

/**
 * The people of the console in ready words.
 *
 * @param who who is signed in
 * @param advice what can be done here now
 */
record PeopleModel(Task task, String who, String advice, List<Row> rows) {
    /** What whoever stands there may do. */
    enum Task {
        /** Nobody has been added yet: the administrator adds himself. */
        BEGIN,
        /** An administrator is signed in. */
        CHANGE,
        /** Everybody else looks. */
        LOOK
    }

    /** One user. */
    record Row(Person person, String name, String role, String state) {}

    static PeopleModel of(PeopleSight people, Phrases phrases) {
        Task task = !people.hasUsers() ? Task.BEGIN : PeopleWords.mayChange(people) ? Task.CHANGE : Task.LOOK;
        return new PeopleModel(
                task,
                PeopleWords.presence(people, phrases),
                phrases.text("people.advice." + task),
                people.staff().stream().map(person -> row(person, phrases)).toList());
    }

    private static Row row(Person person, Phrases phrases) {
        Stream<String> shut = person.allowed() ? Stream.empty() : Stream.of(phrases.text("people.state.shut-out"));
        Stream<String> lent = person.temporaryPin() ? Stream.of(phrases.text("people.state.lent")) : Stream.empty();
        Stream<String> waits = person.left().isPositive()
                ? Stream.of(phrases.text("people.state.waits", phrases.stopwatch(person.left())))
                : Stream.empty();
        String state = String.join("  ·  ", Stream.of(shut, lent, waits).flatMap(it -> it).toList());
        return new Row(
                person,
                person.staff().name() + "  " + person.staff().userId(),
                PeopleWords.role(person.staff().role(), phrases),
                state);
    }
}
