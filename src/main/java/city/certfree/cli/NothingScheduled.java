package city.certfree.cli;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.scheduling.processor.ScheduledMethodProcessor;
import jakarta.inject.Singleton;

/** Keeps what the service does every now and then from running beside a command. */
@Singleton
@Replaces(ScheduledMethodProcessor.class)
@Requires(property = WithoutServer.COMMAND)
final class NothingScheduled implements ExecutableMethodProcessor<Scheduled> {
    @Override
    public void process(BeanDefinition<?> bean, ExecutableMethod<?, ?> scheduled) {
        // Not remembered, and so never run.
    }
}
