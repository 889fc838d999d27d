import { ProviderError } from '../../platform/provider-error.ts';
import type { Api } from './connection.ts';

/** A field of an object that the user may read. */
export interface FieldDescription {
  /** As the API has it, such as `AnnualRevenue` or `Region__c`. */
  name: string;
  /** In the user's language. */
  label: string;
  type: string;
  custom: boolean;
  /** Digits behind the point that a number has. */
  scale: number;
  /** Its text is HTML. */
  isHtml: boolean;
  /** How a query reaches the fields of what it refers to; null for every other field. */
  relationshipName: string | null;
  referenceTo: readonly string[];
  /** What people call a value of a pick list, where that is not the value itself. */
  valueLabels: Readonly<Record<string, string>>;
}

interface DescribedField {
  name: string;
  label: string;
  type: string;
  custom: boolean;
  scale?: number | null;
  htmlFormatted?: boolean;
  deprecatedAndHidden?: boolean;
  relationshipName?: string | null;
  referenceTo?: string[] | null;
  picklistValues?: { value: string; label?: string | null }[] | null;
}

/**
 * The fields of an object that field-level security shows to the user; none where the user may not see the object. The answer of Salesforce
 * is large: keep this for a while.
 */
export async function describeObject(api: Api, objectName: string): Promise<FieldDescription[]> {
  try {
    const { fields } = await api.call((connection) => connection.describe(objectName));
    return (fields as DescribedField[]).filter((field) => !field.deprecatedAndHidden).map(toField);
  } catch (error) {
    if (error instanceof ProviderError && ['not_found', 'permission'].includes(error.kind)) return [];
    throw error;
  }
}

function toField(field: DescribedField): FieldDescription {
  const renamed = (field.picklistValues ?? []).filter(({ value, label }) => label && label !== value);
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    custom: field.custom,
    scale: field.scale ?? 0,
    isHtml: field.htmlFormatted === true,
    relationshipName: field.relationshipName ?? null,
    referenceTo: field.referenceTo ?? [],
    valueLabels: Object.fromEntries(renamed.map(({ value, label }) => [value, label ?? value])),
  };
}
