package city.certfree.cli.drill.wire;

import city.certfree.cli.drill.wire.Tap.Fate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A relay of TCP connections on the loopback interface. What it does to them a {@link Tap} says. */
public final class Relay implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    /** Longer than whoever lost the connection takes to open another and look. */
    private static final long ON_ITS_WAY_NANOS = 30_000_000;

    private final ServerSocket entrance;
    private final InetSocketAddress target;
    private final Tap.Supply taps;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    private Relay(ServerSocket entrance, InetSocketAddress target, Tap.Supply taps) {
        this.entrance = entrance;
        this.target = target;
        this.taps = taps;
    }

    /** Opens a relay on a free port. */
    public static Relay to(InetSocketAddress target, Tap.Supply taps) throws IOException {
        var relay = new Relay(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target, taps);
        Thread.ofVirtual().name("relay").start(relay::accept);
        return relay;
    }

    /** Where to connect. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Breaks every connection that there is, as a party does that knows nothing of it any more (RST). */
    public void cutAll() {
        links.forEach(Link::cut);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var caller = entrance.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        var tap = taps.next();
        if (tap.connected() == Fate.CUT) {
            reset(caller);
            return;
        }
        try {
            var callee = new Socket(target.getAddress(), target.getPort());
            callee.setTcpNoDelay(true);
            caller.setTcpNoDelay(true);
            new Link(caller, callee, tap).run();
        } catch (IOException refused) {
            reset(caller);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // Closed by the other side.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed in any case.
        }
    }

    /** Closes the entrance and breaks every connection. */
    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException gone) {
            // It is closed in any case.
        }
        cutAll();
    }

    /** One connection. */
    private final class Link {
        private final Socket caller;
        private final Socket callee;
        private final Tap tap;

        Link(Socket caller, Socket callee, Tap tap) {
            this.caller = caller;
            this.callee = callee;
            this.tap = tap;
        }

        void run() {
            links.add(this);
            Thread.ofVirtual().start(() -> pump(callee, caller, false));
            pump(caller, callee, true);
        }

        private void pump(Socket from, Socket to, boolean asks) {
            var bytes = new byte[BUFFER];
            try {
                int length = from.getInputStream().read(bytes);
                while (length > 0 && pass(to, bytes, length, asks)) {
                    length = from.getInputStream().read(bytes);
                }
            } catch (IOException broken) {
                // As if it had been closed.
            }
            tap.ended();
            links.remove(this);
            close(caller);
            close(callee);
        }

        /** Whether the connection goes on. */
        private boolean pass(Socket to, byte[] bytes, int length, boolean asks) throws IOException {
            var fate = asks ? tap.asked(bytes, length) : tap.answered(bytes, length);
            switch (fate) {
                case PASS -> to.getOutputStream().write(bytes, 0, length);
                case SWALLOW -> {}
                case CUT -> cut();
                case CUT_AND_PASS_LATE -> {
                    reset(caller);
                    LockSupport.parkNanos(ON_ITS_WAY_NANOS);
                    to.getOutputStream().write(bytes, 0, length);
                }
            }
            return fate == Fate.PASS || fate == Fate.SWALLOW;
        }

        void cut() {
            reset(caller);
            reset(callee);
        }
    }
}
