import "server-only";
import { BlockList, isIP } from "node:net";
import { readEnvironment } from "@/lib/server/env";

/** Addresses that are not on the public internet: this machine, private networks, cloud metadata, and what is reserved. */
const NOT_PUBLIC = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  NOT_PUBLIC.ipv4.addSubnet(network, bits, "ipv4");
}
// Of IPv6 only global unicast is public, less what embeds other addresses (6to4, Teredo) or is for documentation. An IPv4
// address that is written as an IPv6 one is none of it.
for (const [network, bits] of [
  ["::", 3],
  ["4000::", 2],
  ["8000::", 1],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  NOT_PUBLIC.ipv6.addSubnet(network, bits, "ipv6");
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/** Whether an address may be connected to, having been found under a host name. */
export function isAllowedAddress(address: string, hostname: string): boolean {
  const { allowsLocalSignIn, connectorHosts } = readEnvironment();
  const family = familyOf(address);
  if (!NOT_PUBLIC[family].check(plain(address), family)) return true;
  // Whoever may enter without a password owns the machine, so reaching it tells them nothing new.
  if (allowsLocalSignIn && isLoopback(address)) return true;
  return connectorHosts.some(
    (allowed) => allowed.toLowerCase() === hostname.toLowerCase() || isIn(address, family, allowed),
  );
}

/** Without encryption a key would be readable on its way, unless that way stays on this machine or the operator says so. */
export function allowsPlainHttp(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, "");
  if (bare === "localhost" || (isIP(bare) !== 0 && isLoopback(bare))) return true;
  const { connectorHosts } = readEnvironment();
  return connectorHosts.some(
    (allowed) =>
      allowed.toLowerCase() === bare.toLowerCase() ||
      (isIP(bare) !== 0 && isIn(bare, familyOf(bare), allowed)),
  );
}

function isLoopback(address: string): boolean {
  return LOOPBACK.check(plain(address), familyOf(address));
}

function isIn(address: string, family: "ipv4" | "ipv6", network: string): boolean {
  const [base = "", bits] = network.split("/");
  const version = isIP(base);
  if (version === 0 || (version === 6 ? "ipv6" : "ipv4") !== family) return false;
  const list = new BlockList();
  if (bits === undefined) list.addAddress(base, family);
  else list.addSubnet(base, Number(bits), family);
  return list.check(plain(address), family);
}

/** Without the network interface that a local address may name. */
function plain(address: string): string {
  return address.split("%")[0] ?? address;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(plain(address)) === 6 ? "ipv6" : "ipv4";
}
