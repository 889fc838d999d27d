import { z } from 'zod';
import { asEnglish } from '../../platform/english-sentences.ts';
import { sentence } from './error-words/index.ts';

/** AD-3. *Everyone* is not counted. */
export const MOST_TEAMS = 20;

/** One line that can be seen: nothing that moves, hides or turns around what stands beside it. */
const TeamName = z
  .string()
  .trim()
  .min(1, asEnglish(sentence('nameNeeded')))
  .max(80, asEnglish(sentence('nameTooLong')))
  .regex(/^(?=.*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u, asEnglish(sentence('nameUnseen')));

export const TeamWords = z.object({ name: TeamName }).meta({ id: 'TeamWords' });

const MemberCount = z.int().meta({ description: 'Without those whose access has ended' });

export const Team = z.object({ id: z.uuid(), name: z.string(), memberCount: MemberCount }).meta({ id: 'Team' });
export type Team = z.infer<typeof Team>;

export const TeamList = z
  .object({
    teams: z.array(Team),
    everyoneCount: z.int().meta({ description: 'Everybody who is invited or active: the team Everyone, which nobody changes' }),
    mostTeams: z.int(),
  })
  .meta({ id: 'TeamList' });
export type TeamList = z.infer<typeof TeamList>;

const TeamMember = z.object({
  userId: z.uuid(),
  name: z.string().nullable(),
  email: z.string(),
  state: z.enum(['invited', 'activated', 'deactivated']),
});
export type TeamMember = z.infer<typeof TeamMember>;

export const TeamPage = Team.extend({ members: z.array(TeamMember) }).meta({ id: 'TeamPage' });
export type TeamPage = z.infer<typeof TeamPage>;
