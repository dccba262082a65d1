import { PollingSocket } from './pollingSocket.ts';

/** What the shared plan needs of the world around it. Tests bring their own clock, chance and sockets. */
export interface World {
  /** A number from 0 up to, not including, 1. */
  chance(): number;
  /** Runs `act` once after `ms` milliseconds, unless the returned function is called before. */
  after(ms: number, act: () => void): () => void;
  openSocket(url: string): WebSocket;
  /** The same by polling, for networks that let no WebSocket through; absent where there is no such thing. */
  openPolling?(url: string): WebSocket;
  /** Tells when the device loses its network, and when it has it again or wakes up; returns the way to stop that. */
  watchNetwork(news: { gone: () => void; back: () => void }): () => void;
}

/** The world as a browser has it. */
export const browserWorld: World = {
  chance: () => Math.random(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  openSocket: (url) => new WebSocket(url),
  // It has what the line uses of a WebSocket, and no more.
  openPolling: (url) => new PollingSocket(url) as unknown as WebSocket,
  watchNetwork: ({ gone, back }) => {
    const seen = () => {
      if (document.visibilityState === 'visible') back();
    };
    addEventListener('offline', gone);
    addEventListener('online', back);
    document.addEventListener('visibilitychange', seen);
    return () => {
      removeEventListener('offline', gone);
      removeEventListener('online', back);
      document.removeEventListener('visibilitychange', seen);
    };
  },
};
