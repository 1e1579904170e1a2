package vigil;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import org.slf4j.Logger;

/**
 * How the log is written: warnings and errors, to the standard error. Said in code, because reading it from a file took a
 * tenth of a second of every start. A file named by {@code logback.configurationFile}, or the one of the tests, goes before.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** One line an entry: line breaks, escapes and bidirectional marks in a message cannot forge a second one. */
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX,UTC} %-5level [%thread] %logger{20}: "
            + "%replace(%msg){'[\\p{Cc}\\p{Cf}]', '?'}%n%ex{short}";

    /** {@code -Dvigil.trace.start=DEBUG} tells when the first live value is on the screen, to measure the start. */
    private static final Level START = Level.toLevel(System.getProperty("vigil.trace.start"), Level.WARN);

    /** Of a station it tells each sight on the wall, without names. PDF fonts say with every print that glyphs have no names. */
    private static final Map<String, Level> OTHERWISE = Map.of(
            "vigil.ui.ConsoleWindow", START,
            "vigil.ui.StationWindow", START,
            "org.apache.fontbox.ttf.PostScriptTable", Level.ERROR);

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        if (isSaidElsewhere()) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        log.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(standardError(log));
        OTHERWISE.forEach((name, level) -> log.getLogger(name).setLevel(level));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static boolean isSaidElsewhere() {
        return System.getProperty("logback.configurationFile") != null
                || (!Boolean.getBoolean("vigil.log.own")
                        && LogSetup.class.getClassLoader().getResource("logback-test.xml") != null);
    }

    private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext log) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(log);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(log);
        appender.setName("STDERR");
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
