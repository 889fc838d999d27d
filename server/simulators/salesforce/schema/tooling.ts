import type { Org, SObject } from '../entities.ts';
import { makeId } from '../ids.ts';
import { readOnly, systemFields, text, textarea, type ObjectDefinition } from './definition.ts';
import { taskDefinition } from './activity.ts';

const SYSTEM_TIME = '2026-01-05T09:00:00.000+0000';
const PANEL_OBJECTS = ['Lead', 'Contact', 'Account', 'Opportunity'];

/** What the Tooling API shows of an org's setup: classes, custom fields and Lightning pages. */
const OBJECTS: ObjectDefinition[] = [
  toolingObject('ApexClass', 'Apex Class', '01p', [text('Name', 255, readOnly), text('NamespacePrefix', 15, readOnly)]),
  toolingObject('CustomField', 'Custom Field', '00N', [
    text('DeveloperName', 80, readOnly),
    text('NamespacePrefix', 15, readOnly),
    text('TableEnumOrId', 40, readOnly),
  ]),
  toolingObject('FlexiPage', 'Lightning Page', '0M0', [
    text('DeveloperName', 80, readOnly),
    text('EntityDefinitionId', 40, readOnly),
    text('MasterLabel', 80, readOnly),
    text('Type', 40, readOnly),
    textarea('Metadata', 100_000, readOnly),
  ]),
];

export function findToolingObject(name: string): ObjectDefinition | undefined {
  return OBJECTS.find((object) => object.name.toLowerCase() === name.toLowerCase());
}

/** `Metadata` is JSON here; the answer of a query holds what it says. */
export function toolingRows({ settings }: Org, objectName: string): SObject[] {
  const isDeployed = settings.packageDeployed ?? true;
  if (objectName === 'ApexClass') return isDeployed ? [row('01p', 1, { Name: 'PanelToken', NamespacePrefix: null })] : [];
  if (objectName === 'CustomField')
    return taskDefinition(settings)
      .fields.filter(({ custom }) => custom)
      .map(({ name }, index) =>
        row('00N', index + 1, { DeveloperName: name.replace(/__c$/, ''), NamespacePrefix: null, TableEnumOrId: 'Activity' }),
      );
  const withPanel = isDeployed ? (settings.panelPages ?? PANEL_OBJECTS) : [];
  return PANEL_OBJECTS.flatMap((object, index) => [
    page(object, index + 1, `${object}_Record_Page`, ['force:highlightsPanel']),
    ...(withPanel.includes(object) ? [page(object, index + 11, `MSI_${object}_Record_Page`, ['force:highlightsPanel', 'msiPanel'])] : []),
  ]);
}

function toolingObject(name: string, label: string, keyPrefix: string, fields: ObjectDefinition['fields']): ObjectDefinition {
  return {
    name,
    label,
    labelPlural: `${label}s`,
    keyPrefix,
    createable: false,
    updateable: false,
    deletable: false,
    nameField: 'Id',
    fields: [...systemFields().filter((field) => field.name !== 'IsDeleted'), ...fields],
  };
}

function page(object: string, number: number, name: string, components: string[]): SObject {
  const itemInstances = components.map((componentName) => ({ componentInstance: { componentName, identifier: componentName } }));
  return row('0M0', number, {
    DeveloperName: name,
    EntityDefinitionId: object,
    MasterLabel: name.replaceAll('_', ' '),
    Type: 'RecordPage',
    Metadata: JSON.stringify({
      flexiPageRegions: [{ name: 'main', type: 'Region', itemInstances }],
      sobjectType: object,
      type: 'RecordPage',
    }),
  });
}

function row(keyPrefix: string, number: number, values: SObject): SObject {
  return {
    Id: makeId(keyPrefix, number),
    CreatedDate: SYSTEM_TIME,
    CreatedById: null,
    LastModifiedDate: SYSTEM_TIME,
    LastModifiedById: null,
    SystemModstamp: SYSTEM_TIME,
    ...values,
  };
}
