import { endingOf } from './clean-name.ts';

/**
 * What Gmail refuses to send and to deliver ("File types blocked in Gmail", Google's help; read in November 2026). Outlook and most
 * companies refuse the same.
 */
const BLOCKED = new Set(
  (
    'ade adp apk appx appxbundle bat cab chm cmd com cpl diagcab diagcfg diagpkg dll dmg ex ex_ exe hta img ins iso isp jar jnlp js jse ' +
    'lib lnk mde mjs msc msi msix msixbundle msp mst nsh pif ps1 scr sct shb sys vb vbe vbs vhd vxd wsc wsf wsh xll'
  ).split(' '),
);

/** Gmail looks into what is packed by these. */
const PACKED = new Set(['gz', 'bz2', 'xz', 'z', 'zst', 'zip', 'tgz', '7z', 'rar']);

/** The ending for which mail providers refuse a file, also where it is packed (`report.exe.gz`); null for one that they take. */
export function blockedEnding(name: string): string | null {
  const last = endingOf(name);
  if (BLOCKED.has(last)) return last;
  const inside = PACKED.has(last) ? endingOf(name.slice(0, -last.length - 1)) : '';
  return BLOCKED.has(inside) ? inside : null;
}
