import type { FieldValue, Org, SObject, State } from './entities.ts';
import { makeId } from './ids.ts';
import { findObject } from './schema/index.ts';

const CREATED = '2026-01-12T09:30:00.000+0000';
const RAE = makeId('005', 2);
const NOOR = makeId('005', 3);
const RAJ = makeId('005', 22);
const GLOBEX = makeId('001', 1);

type Row = [object: string, number: number, ownerId: string, values: Record<string, FieldValue>];

const ACME_ROWS: Row[] = [
  [
    'Lead',
    1,
    RAE,
    lead('Dana', 'Whitfield', 'Globex', {
      Email: 'dana@globex.example',
      Title: 'Director of Operations',
      Phone: '+1 555 0100',
      City: 'Springfield',
      LeadSource: 'Web',
    }),
  ],
  ['Lead', 2, RAE, lead('Pat', 'Moreno', 'Soylent', { Title: 'Buyer', Phone: '+1 555 0101' })],
  [
    'Lead',
    3,
    RAE,
    lead('Jo', 'Lindqvist', 'Umbrella', { Email: 'jo@umbrella.example', Title: 'Head of Research', HasOptedOutOfEmail: true }),
  ],
  [
    'Lead',
    4,
    NOOR,
    lead(
      'Maximiliane Alexandrine Josephine',
      'von Hohenzollern-Sigmaringen-Ahlefeldt-Laurvigen de la Rochefoucauld',
      'Donaudampfschifffahrtsgesellschaft für elektrische Anlagen und Betriebswerke mbH & Co. KG',
      {
        Email: 'maximiliane.alexandrine.josephine@donaudampfschifffahrt.example',
        Title: 'Senior Vice President, Global Strategic Procurement and Supplier Relationship Management',
      },
    ),
  ],
  ['Lead', 5, NOOR, lead('ليلى', 'المنصوري', 'شركة الواحة للتجارة', { Email: 'layla@waha.example', Title: 'مديرة المشتريات' })],
  [
    'Account',
    1,
    RAE,
    {
      Name: 'Globex',
      Industry: 'Manufacturing',
      Type: 'Prospect',
      Website: 'https://globex.example',
      Phone: '+1 555 0110',
      BillingCity: 'Springfield',
      NumberOfEmployees: 1200,
    },
  ],
  ['Account', 2, RAE, { Name: 'Hooli', Industry: 'Technology', Type: 'Prospect', Website: 'https://hooli.example' }],
  ['Contact', 1, RAE, contact('Omar', 'Reyes', { Email: 'omar@globex.example', Title: 'Chief Operating Officer', Phone: '+1 555 0111' })],
  ['Contact', 2, RAE, contact('Lin', 'Zhou', { Email: 'lin@globex.example', Title: 'IT Manager', Phone: '+1 555 0112' })],
  ['Contact', 3, RAE, contact('Gail', 'Weber', { Email: 'gail@globex.example', Title: 'Plant Manager', HasOptedOutOfEmail: true })],
  ['Contact', 4, RAE, contact('Ivo', 'Petrov', { Title: 'Controller', Phone: '+1 555 0114' })],
  [
    'Opportunity',
    1,
    RAE,
    {
      Name: 'Globex - 40 seats',
      AccountId: GLOBEX,
      StageName: 'Proposal/Price Quote',
      Amount: 48_000,
      Probability: 60,
      CloseDate: '2026-12-18',
    },
  ],
  [
    'Opportunity',
    2,
    RAE,
    {
      Name: 'Hooli - pilot',
      AccountId: makeId('001', 2),
      StageName: 'Prospecting',
      Amount: 6000,
      Probability: 10,
      CloseDate: '2027-01-29',
    },
  ],
  [
    'OpportunityContactRole',
    1,
    RAE,
    { OpportunityId: makeId('006', 1), ContactId: makeId('003', 1), Role: 'Decision Maker', IsPrimary: true },
  ],
  ['OpportunityContactRole', 2, RAE, { OpportunityId: makeId('006', 1), ContactId: makeId('003', 2), Role: 'Evaluator', IsPrimary: false }],
];

const INITECH_ROWS: Row[] = [
  ['Lead', 21, RAJ, lead('Uma', 'Novak', 'Vandelay', { Email: 'uma@vandelay.example', Title: 'Import Manager' })],
];

/** The records of the first org and of the second, complete with every field that their objects have. */
export function seedRecords([acme, initech]: Org[]): State['records'] {
  if (!acme || !initech) throw new Error('The seed needs two orgs');
  return { [acme.id]: tables(acme, ACME_ROWS), [initech.id]: tables(initech, INITECH_ROWS) };
}

function tables(org: Org, rows: Row[]): Record<string, Record<string, SObject>> {
  const result: Record<string, Record<string, SObject>> = {};
  for (const [objectName, number, ownerId, values] of rows) {
    const object = findObject(org, objectName);
    if (!object) throw new Error(`There is no object ${objectName}`);
    const id = makeId(object.keyPrefix, number);
    const system = {
      CreatedDate: CREATED,
      CreatedById: ownerId,
      LastModifiedDate: CREATED,
      LastModifiedById: ownerId,
      SystemModstamp: CREATED,
    };
    const defaults = Object.fromEntries(object.fields.map((field) => [field.name, field.defaultValue]));
    const hasOwner = object.fields.some(({ name }) => name === 'OwnerId');
    const table = (result[objectName] ??= {});
    table[id] = { ...defaults, ...system, ...(hasOwner ? { OwnerId: ownerId } : {}), ...values, Id: id };
  }
  return result;
}

function lead(firstName: string, lastName: string, company: string, values: Record<string, FieldValue>): Record<string, FieldValue> {
  return { FirstName: firstName, LastName: lastName, Name: `${firstName} ${lastName}`, Company: company, ...values };
}

function contact(firstName: string, lastName: string, values: Record<string, FieldValue>): Record<string, FieldValue> {
  return { FirstName: firstName, LastName: lastName, Name: `${firstName} ${lastName}`, AccountId: GLOBEX, ...values };
}
