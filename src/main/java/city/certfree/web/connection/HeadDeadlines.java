package city.certfree.web.connection;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Cuts connections that send the head of a request too slowly, however steadily they do: an idle timeout alone is satisfied
 * by a byte now and then, and a few thousand such connections would keep others out. Ends those with doubtful framing too.
 */
@Singleton
final class HeadDeadlines implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final Duration first;
    private final Duration next;

    /**
     * @param first from opening the connection to the end of the first head
     * @param next from the end of a response to the end of the next head; on kept connections most of it is waiting
     */
    HeadDeadlines(
            @Property(name = "certfree.first-head-limit", defaultValue = "10s") Duration first,
            @Property(name = "certfree.next-head-limit", defaultValue = "60s") Duration next) {
        this.first = first;
        this.next = next;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        var registry = event.getBean();
        registry.register(new ForServer());
        return registry;
    }

    private final class ForServer implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new ForConnection(channel) : this;
        }
    }

    private final class ForConnection implements NettyServerCustomizer {
        private final Channel channel;

        ForConnection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            var pipeline = channel.pipeline();
            if (pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
                pipeline.addAfter(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                        "certfree-strict-framing",
                        new StrictFraming());
                pipeline.addAfter(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                        "certfree-head-deadline",
                        new HeadDeadline(first, next));
            }
        }
    }
}
