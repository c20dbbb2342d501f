import { readdir, readFile, readlink } from 'node:fs/promises';
import { groupMembers } from './process-group.ts';

export type Listener = { readonly address: string; readonly port: number };
export type ListenerCheck =
  | { readonly kind: 'checked'; readonly listeners: readonly Listener[] }
  | { readonly kind: 'not-checked'; readonly because: string };

const LISTEN = '0A';

/** `/proc/net/tcp` and `tcp6`: listening sockets by inode. https://docs.kernel.org/networking/proc_net_tcp.html */
export const parseListeners = (table: string): ReadonlyMap<string, Listener> => {
  const found = new Map<string, Listener>();
  for (const line of table.split('\n').slice(1)) {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    const [address, port] = local?.split(':') ?? [];
    if (state !== LISTEN || address === undefined || port === undefined || inode === undefined)
      continue;
    found.set(inode, { address, port: Number.parseInt(port, 16) });
  }
  return found;
};

/** Addresses are hexadecimal words in host byte order, so 127.0.0.1 is `0100007F`. */
export const isLoopback = (address: string): boolean =>
  /^[0-9A-F]{6}7F$/.test(address) ||
  address === '00000000000000000000000001000000' ||
  /^0{16}FFFF0000[0-9A-F]{6}7F$/.test(address);

const socketsOf = async (pid: number): Promise<readonly string[]> => {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []); // the process may have ended meanwhile
  const links = await Promise.all(names.map((fd) => readlink(`${folder}/${fd}`).catch(() => '')));
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
};

/** What a process that we started and everything it started listen on. Only Linux shows it to us. */
export const checkListeners = async (leader: number): Promise<ListenerCheck> => {
  if (process.platform !== 'linux')
    return { kind: 'not-checked', because: `\`${process.platform}\` has no /proc` };
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  );
  const byInode = new Map(tables.flatMap((table) => [...parseListeners(table)]));
  const inodes = await Promise.all((await groupMembers(leader)).map(socketsOf));
  const listeners = new Set(inodes.flat().flatMap((inode) => byInode.get(inode) ?? []));
  return { kind: 'checked', listeners: [...listeners] };
};
