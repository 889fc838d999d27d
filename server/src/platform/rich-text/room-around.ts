/** px in each unit, roughly: only whether there is room counts. */
const PX: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 1.33,
  pc: 16,
  in: 96,
  cm: 38,
  mm: 3.8,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  '%': 6,
};
/** Word writes `.0001pt` for none. */
const LEAST_ROOM_PX = 1;
const LENGTH = /^([+-]?(?:\d+\.?\d*|\.\d+))(px|pt|pc|in|cm|mm|r?em|ex|ch|%|)$/;

/** Whether a block has room above and below, as far as its style says so; undefined where it does not. */
export interface Room {
  above?: boolean;
  below?: boolean;
}

/** Reads the margins of a `style` as a browser does: of two declarations the later counts, and one that says no length counts as none. */
export function roomAround(style: string): Room {
  const room: Room = {};
  for (const declaration of style.toLowerCase().split(';')) {
    const [property = '', words = ''] = declaration.split(':', 2).map((part) => part.trim());
    const values = words.replace(/\s*!important$/, '').split(/\s+/);
    if (property === 'margin') {
      set(room, 'above', values[0]);
      set(room, 'below', values[2] ?? values[0]);
    } else if (property === 'margin-top') set(room, 'above', values[0]);
    else if (property === 'margin-bottom') set(room, 'below', values[0]);
  }
  return room;
}

function set(room: Room, side: keyof Room, value: string | undefined): void {
  const [, number, unit = ''] = LENGTH.exec(value ?? '') ?? [];
  if (number !== undefined) room[side] = Number(number) * (PX[unit] ?? 1) >= LEAST_ROOM_PX;
  else if (value === 'auto') room[side] = false;
}
