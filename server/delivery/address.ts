import { BlockList, isIP, isIPv6 } from 'node:net';
import type { Receiver } from './receiver.ts';

type Range = readonly [address: string, prefix: number];

/** Never a receiver's: this network, link-local (where clouds keep secrets), documentation, tests, multicast, tunnels. */
const NOWHERE = listOf(
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fe80::', 9],
  ['ff00::', 8],
);
const PRIVATE = listOf(['10.0.0.0', 8], ['100.64.0.0', 10], ['172.16.0.0', 12], ['192.168.0.0', 16], ['fc00::', 7]);
const LOOPBACK = listOf(['127.0.0.0', 8], ['::1', 128]);

/** Whether a receiver whose host has this IP address may be called there. What is not understood may not. */
export function mayCall(address: string, network: Receiver['network']): boolean {
  if (!isIP(address) || address.includes('%')) return false;
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const isIn = (list: BlockList) => list.check(address, family);
  if (isIn(LOOPBACK)) return network === 'loopback';
  if (network === 'loopback' || isIn(NOWHERE)) return false;
  return network === 'private' || !isIn(PRIVATE);
}

function listOf(...ranges: Range[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, isIPv6(address) ? 'ipv6' : 'ipv4');
  return list;
}
