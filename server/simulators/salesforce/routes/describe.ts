import { knownObject } from '../records.ts';
import { objectsOf, type FieldDefinition, type ObjectDefinition } from '../schema/index.ts';
import type { RestRoute } from './rest-call.ts';

export const describeRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: '/sobjects',
    handle: ({ actor, version }) => ({
      status: 200,
      body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects: objectsOf(actor.org).map((object) => summary(object, version)) },
    }),
  },
  {
    method: 'GET',
    path: '/sobjects/:object',
    handle: ({ actor, version }, name = '') => ({
      status: 200,
      body: { objectDescribe: summary(knownObject(actor.org, name), version), recentItems: [] },
    }),
  },
  {
    method: 'GET',
    path: '/sobjects/:object/describe',
    handle({ actor, version }, name = '') {
      const object = knownObject(actor.org, name);
      const body = {
        ...summary(object, version),
        // Field-level security takes a field out of the description
        fields: object.fields
          .filter(({ name: fieldName }) => !actor.user.hiddenFields?.includes(`${object.name}.${fieldName}`))
          .map((field) => fieldDescribe(object, field)),
        childRelationships: [],
        recordTypeInfos: [],
      };
      return { status: 200, body };
    },
  },
];

function summary(object: ObjectDefinition, version: string) {
  const url = `/services/data/v${version}/sobjects/${object.name}`;
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.labelPlural,
    keyPrefix: object.keyPrefix,
    createable: object.createable,
    updateable: object.updateable,
    deletable: object.deletable,
    undeletable: object.deletable,
    queryable: true,
    retrieveable: true,
    searchable: true,
    replicateable: true,
    custom: false,
    customSetting: false,
    deprecatedAndHidden: false,
    activateable: false,
    feedEnabled: false,
    layoutable: object.createable,
    mergeable: false,
    mruEnabled: false,
    triggerable: true,
    hasSubtypes: false,
    isSubtype: false,
    urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` },
  };
}

function fieldDescribe(object: ObjectDefinition, field: FieldDefinition) {
  const isNumber = ['double', 'currency', 'percent'].includes(field.type);
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    soapType: soapType(field),
    length: field.length,
    byteLength: field.length * 3,
    precision: isNumber ? 18 : 0,
    scale: isNumber ? 2 : 0,
    digits: field.type === 'int' ? 8 : 0,
    createable: field.createable && object.createable,
    updateable: field.updateable && object.updateable,
    nillable: field.nillable,
    filterable: field.filterable,
    sortable: field.filterable,
    groupable: field.filterable && field.type !== 'datetime',
    aggregatable: field.filterable,
    custom: field.custom,
    calculated: false,
    autoNumber: false,
    externalId: field.externalId,
    unique: field.unique,
    idLookup: field.externalId || field.type === 'id' || field.name === 'Email',
    caseSensitive: false,
    nameField: field.name === object.nameField,
    namePointing: field.referenceTo.length > 1,
    permissionable: field.custom || field.nillable,
    defaultedOnCreate: field.defaultValue !== null || field.name === 'OwnerId',
    defaultValue: field.type === 'boolean' ? false : null,
    deprecatedAndHidden: false,
    htmlFormatted: false,
    inlineHelpText: null,
    picklistValues: field.picklistValues.map((choice) => ({ ...choice, validFor: null })),
    restrictedPicklist: field.restrictedPicklist,
    dependentPicklist: false,
    controllerName: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: null,
    polymorphicForeignKey: field.referenceTo.length > 1,
    compoundFieldName: ['FirstName', 'LastName', 'Salutation'].includes(field.name) ? 'Name' : null,
    extraTypeInfo: field.type === 'textarea' ? 'plaintextarea' : null,
    mask: null,
    maskType: null,
    encrypted: false,
    queryByDistance: false,
    searchPrefilterable: field.type === 'reference',
    writeRequiresMasterRead: false,
    cascadeDelete: false,
    restrictedDelete: false,
    displayLocationInDecimal: false,
    highScaleNumber: false,
    aiPredictionField: false,
    formulaTreatNullNumberAsZero: false,
    calculatedFormula: null,
    defaultValueFormula: null,
    filteredLookupInfo: null,
    referenceTargetField: null,
  };
}

function soapType({ type }: FieldDefinition): string {
  const types: Partial<Record<FieldDefinition['type'], string>> = {
    id: 'tns:ID',
    reference: 'tns:ID',
    boolean: 'xsd:boolean',
    int: 'xsd:int',
    double: 'xsd:double',
    currency: 'xsd:double',
    percent: 'xsd:double',
    date: 'xsd:date',
    datetime: 'xsd:dateTime',
  };
  return types[type] ?? 'xsd:string';
}
