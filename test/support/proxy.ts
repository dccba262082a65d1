import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';

/** What a network does with a WebSocket: lets it through, answers no, or never answers. */
export type Manners = 'lets through' | 'refuses' | 'swallows';

/** A network between a house and its guests, which may have something against WebSockets. */
export interface Proxy {
  url: string;
  manners: Manners;
  /** Upgrades that were asked for. */
  upgrades: number;
}

/** Opens a proxy before the house at `url`; it closes when the test is over. */
export async function openProxy(url: string, manners: Manners): Promise<Proxy> {
  const { hostname, port } = new URL(url);
  const proxy: Proxy = { url: '', manners, upgrades: 0 };
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    const { method, headers, url: path } = request;
    const onward = ask({ hostname, port, method, headers, path }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  server.on('connection', (socket) => void sockets.add(socket));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    proxy.upgrades += 1;
    socket.on('error', () => undefined);
    if (proxy.manners === 'refuses') socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    if (proxy.manners === 'lets through') sockets.add(passOn(request, socket, Number(port), hostname));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

function passOn({ method, url, rawHeaders }: IncomingMessage, socket: Duplex, port: number, host: string): Socket {
  const onward = connect(port, host);
  const headers = rawHeaders.map((word, at) => (at % 2 === 0 ? `${word}: ` : `${word}\r\n`)).join('');
  onward.write(`${method} ${url} HTTP/1.1\r\n${headers}\r\n`);
  onward.on('error', () => socket.destroy());
  onward.on('close', () => socket.destroy());
  socket.on('close', () => onward.destroy());
  socket.pipe(onward).pipe(socket);
  return onward;
}
