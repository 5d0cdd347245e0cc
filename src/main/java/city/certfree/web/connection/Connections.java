package city.certfree.web.connection;

import city.certfree.web.connection.Deadline.Limits;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * What every connection passes through. It is cut when it sends the head of a request too slowly, or its body, however steadily
 * it does: an idle timeout alone is satisfied by a byte now and then, and a few thousand such connections would keep others out.
 * Doubtful framing ends it too; and what would only wait is turned away at the door.
 */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final Limits limits;
    private final BeanProvider<Doors> doors;

    /** @param doors made with the first connection: what listens to the creation of beans must not create many itself */
    Connections(
            @Property(name = "certfree.first-head-limit", defaultValue = "10s") Duration firstHead,
            @Property(name = "certfree.next-head-limit", defaultValue = "60s") Duration nextHead,
            @Property(name = "certfree.body-limit", defaultValue = "30s") Duration body,
            BeanProvider<Doors> doors) {
        this.limits = new Limits(firstHead, nextHead, body);
        this.doors = doors;
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
                        "certfree-door",
                        doors.get().another());
                pipeline.addAfter(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                        "certfree-strict-framing",
                        new StrictFraming());
                pipeline.addAfter(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "certfree-deadline", new Deadline(limits));
            }
        }
    }
}
