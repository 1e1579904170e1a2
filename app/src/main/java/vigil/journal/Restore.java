package vigil.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;

/**
 * Puts the record of a {@link Backup} into a data directory that has none. The newest segment goes first, so that a
 * restoring that was cut short never looks like a shorter record: its beginning is missing, and it can be run again.
 */
public final class Restore {
    private final Path backup;
    private final Path data;
    private final Optional<Path> keyFile;

    /**
     * What to restore.
     *
     * @param keyFile a copy of {@code device.key}; not needed where the key lies in the data directory or in the backup
     */
    public Restore(Path backup, Path data, Optional<Path> keyFile) {
        this.backup = backup;
        this.data = data;
        this.keyFile = keyFile;
    }

    /**
     * Checks the backup and copies it; the session database is then to be made anew.
     *
     * @return the last entry of the record
     * @throws IOException one line: the backup is not sound or not whole, the key is missing or another one's, or the
     *     directory holds another record or another key already; then nothing was changed
     */
    public Head run() throws IOException {
        Journal.refuseUnfinishedPurge(data);
        Disk from = new FolderDisk(backup);
        if (!Files.isDirectory(backup) || Shelf.numbers(from).isEmpty()) {
            throw new JournalException("there is no backup in %s".formatted(backup));
        }
        try (DataDirectory directory = DataDirectory.open(data)) {
            Disk to = new FolderDisk(directory.path());
            Path keyed = key(directory.path());
            Head head = checked(from, KeyFile.readFile(keyed));
            refuseOther(from, to);
            if (!KeyFile.isIn(directory.path())) {
                KeyFile.copy(keyed, directory.path());
            }
            for (String name : Backup.newestFirst(from)) {
                Backup.write(to, name, Backup.bytes(from, name));
            }
            settings(directory.path());
            return head;
        }
    }

    private Path key(Path directory) throws IOException {
        if (keyFile.isPresent() && !Files.isRegularFile(keyFile.get())) {
            throw new JournalException("there is no key file %s".formatted(keyFile.get()));
        }
        if (keyFile.isPresent()) {
            KeyFile.refuseOther(directory, keyFile.get());
        }
        if (KeyFile.isIn(directory)) {
            return directory.resolve(KeyFile.NAME);
        }
        if (keyFile.isEmpty() && !KeyFile.isIn(backup)) {
            throw new JournalException(
                    "a backup cannot be read without its key; give the copy of device.key with --key");
        }
        return keyFile.orElse(backup.resolve(KeyFile.NAME));
    }

    private Head checked(Disk from, DeviceKey key) throws IOException {
        Optional<Head> noted = Backup.noted(backup).map(Backup.Note::head);
        return switch (Verify.journal(from, key, noted)) {
            case Verify.Verdict.Sound sound -> sound.head();
            case Verify.Verdict.Torn torn -> throw unsound(torn.head().sequence() + 1, torn.reason());
            case Verify.Verdict.Damaged(long sequence, var reason) -> throw unsound(sequence, reason);
            case Verify.Verdict.Contradicted(var head, var witness) ->
                throw unsound(head.sequence() + 1, "it does not reach entry " + witness.sequence());
            case Verify.Verdict.Unreadable(var reason) -> throw new JournalException(reason);
        };
    }

    private JournalException unsound(long sequence, String reason) {
        return new JournalException("the backup in %s is not sound at entry %d: %s; nothing was changed"
                .formatted(backup, sequence, reason));
    }

    private void refuseOther(Disk from, Disk to) throws IOException {
        for (String name : Backup.newestFirst(to)) {
            boolean same =
                    from.names().contains(name) && Arrays.equals(Backup.bytes(from, name), Backup.bytes(to, name));
            if (!same) {
                throw new JournalException(
                        "data directory %s holds a record of its own; move it away first, or restore into another with --data"
                                .formatted(data));
            }
        }
    }

    private void settings(Path directory) throws IOException {
        Path saved = backup.resolve(Backup.SETTINGS);
        if (Files.exists(saved) && !Files.exists(directory.resolve(Backup.SETTINGS))) {
            String text = Files.readString(saved, StandardCharsets.UTF_8);
            Files.writeString(directory.resolve(Backup.SETTINGS), text, StandardCharsets.UTF_8);
        }
    }
}
