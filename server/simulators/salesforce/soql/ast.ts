export interface Query {
  /** Dotted field paths; empty for COUNT(). */
  fields: string[];
  isCount: boolean;
  from: string;
  where: Condition | null;
  orderBy: { path: string; descending: boolean; nullsLast: boolean }[];
  limit: number | null;
  offset: number;
}

export type Condition =
  | { kind: 'and' | 'or'; items: Condition[] }
  | { kind: 'not'; item: Condition }
  | { kind: 'compare'; path: string; operator: Operator; literal: Literal }
  | { kind: 'in'; path: string; negated: boolean; literals: Literal[] }
  | { kind: 'semijoin'; path: string; negated: boolean; query: Query };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like';

export type Literal =
  | { kind: 'string'; value: string; raw: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
  | { kind: 'date' | 'datetime'; value: string }
  /** TODAY, LAST_N_DAYS:30 and the like. */
  | { kind: 'period'; name: string; days: number };
