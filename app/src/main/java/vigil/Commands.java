package vigil;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import vigil.cli.CommandFailed;
import vigil.cli.VigilCommand;
import vigil.scenario.ScenarioException;

/**
 * The commands of the program, and how a failure is told. Apart from {@link Main}, whose methods the JVM looks through at each start: what
 * they named would be read from its jar although the console needs none of it.
 */
public final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private Commands() {}

    /** All commands; the manual page and the shell completion are made from them as well. */
    public static CommandLine all(Wiring wiring) {
        CommandLine commands = new CommandLine(new VigilCommand(wiring), factory(wiring));
        commands.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec()
                        .version(commands.getCommandSpec().version()));
        commands.registerConverter(BigDecimal.class, Commands::number);
        commands.setParameterExceptionHandler((e, args) -> oneLine(commands.getErr(), e, 2));
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(commands.getErr(), e));
        return commands;
    }

    /** Tells why the console ended, as its command would; returns the exit status. */
    static int told(Wiring wiring, Exception failure) {
        try {
            return failed(all(wiring).getErr(), failure);
        } catch (Exception unexpected) {
            LOG.error("The console ended by an error", unexpected);
            return 1;
        }
    }

    /** Gives each command the wiring, if it asks for it. */
    private static IFactory factory(Wiring wiring) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                try {
                    return type.getConstructor(Wiring.class).newInstance(wiring);
                } catch (NoSuchMethodException _) {
                    return CommandLine.defaultFactory().create(type);
                }
            }
        };
    }

    /** Digits and a point: an exponent could stand for a number too long to be written out in a message. */
    private static BigDecimal number(String text) {
        if (!text.matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw new TypeConversionException("'%s' is not a number such as 70 or 1.4".formatted(text));
        }
        return new BigDecimal(text);
    }

    /** Java's own message is often no more than the file's name. */
    private static String words(FileSystemException failure) {
        String reason = switch (failure) {
            case AccessDeniedException _ -> "no permission; give this user the right or choose another place";
            case NoSuchFileException _ -> "there is no such file or folder";
            case FileAlreadyExistsException _ -> "it exists already; choose another name";
            default -> failure.getReason();
        };
        return "%s: %s".formatted(failure.getFile(), reason == null ? "cannot be used" : reason);
    }

    private static int failed(PrintWriter err, Exception e) throws Exception {
        return switch (e) {
            case ParameterException wrong -> oneLine(err, wrong, 2);
            case ScenarioException wrong -> oneLine(err, wrong, 2);
            case CommandFailed told -> oneLine(err, told, 1);
            case FileSystemException failure -> oneLine(err, new CommandFailed(words(failure), failure), 1);
            case IOException told -> oneLine(err, told, 1);
            case UncheckedIOException told -> failed(err, Objects.requireNonNull(told.getCause()));
            default -> throw e;
        };
    }

    private static int oneLine(PrintWriter err, Exception e, int status) {
        String message =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("^Error: ", "");
        err.println("vigil: " + message);
        return status;
    }
}
