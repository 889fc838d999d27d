import type { Clock } from '../../platform/clock.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Sentence } from '../../platform/languages/index.ts';
import { readWallTime } from '../../platform/zoned-time.ts';
import type { WallTime } from '../send-engine/index.ts';
import { sentence } from './error-words/index.ts';
import type { Schedule } from './schemas.ts';

const FURTHEST_MS = 366 * 24 * 3_600_000;

export function wallTimeOf({ date, time, zone }: Schedule): WallTime {
  return { local: `${date}T${time}`, zone };
}

export interface ReadSchedule {
  dueAt: Date;
  /** What is chosen where the clocks skip the time on that day, or show it twice. */
  note: Sentence | null;
}

/** The moment of a schedule. `pointer`: where it stands in the request. AppError 400 for what has passed and what is over a year ahead. */
export function readSchedule(schedule: Schedule, now: Date, pointer = ''): ReadSchedule {
  const { local, zone } = wallTimeOf(schedule);
  const { at, local: chosen, clocks } = readWallTime(zone, local);
  if (at <= now) throw invalidField(`${pointer}/time`, sentence('schedulePassed'));
  if (at.getTime() - now.getTime() > FURTHEST_MS) throw invalidField(`${pointer}/date`, sentence('scheduleTooFar'));
  const times = { wanted: schedule.time, chosen: chosen.slice(-schedule.time.length) };
  const notes = { usual: null, skipped: sentence('clocksSkip', times), repeated: sentence('clocksRepeat', { wanted: times.wanted }) };
  return { dueAt: at, note: notes[clocks] };
}

export type CheckSchedule = (schedule: Schedule) => { leavesAt: string; note: Sentence | null };

/** What a schedule comes to, before anything is sent. AppError 400 as in `readSchedule`. */
export function createCheckSchedule({ clock }: { clock: Clock }): CheckSchedule {
  return function checkSchedule(schedule) {
    const { dueAt, note } = readSchedule(schedule, clock.now());
    return { leavesAt: dueAt.toISOString(), note };
  };
}
