package vigil;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import vigil.cli.CommandFailed;
import vigil.cli.VigilCommand;
import vigil.scenario.ScenarioException;

/** The program's entry. Does not extend {@code Application}, so that it runs from the class path and without a screen. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the program with its exit status: 0, 1 for the outside world, 2 for a wrong argument. */
    public static void main(String[] args) {
        Wiring wiring = new Wiring();
        int status = commandLine(wiring).execute(args);
        wiring.closed();
        System.exit(status);
    }

    static CommandLine commandLine(Wiring wiring) {
        CommandLine commands = new CommandLine(new VigilCommand(wiring), factory(wiring));
        commands.setParameterExceptionHandler((e, args) -> oneLine(commands.getErr(), e, 2));
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(commands.getErr(), e));
        return commands;
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

    private static int failed(PrintWriter err, Exception e) throws Exception {
        return switch (e) {
            case ParameterException wrong -> oneLine(err, wrong, 2);
            case ScenarioException wrong -> oneLine(err, wrong, 2);
            case CommandFailed told -> oneLine(err, told, 1);
            case IOException told -> oneLine(err, told, 1);
            default -> throw e;
        };
    }

    private static int oneLine(PrintWriter err, Exception e, int status) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        err.println("vigil: " + message);
        return status;
    }
}
