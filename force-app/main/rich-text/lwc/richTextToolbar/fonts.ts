/** Families that mail programs have, each with those that stand in for it. */
export const FONTS: [label: string, value: string][] = [
    ['Arial', 'Arial, Helvetica, sans-serif'],
    ['Calibri', 'Calibri, Carlito, sans-serif'],
    ['Georgia', 'Georgia, serif'],
    ['Tahoma', 'Tahoma, Geneva, sans-serif'],
    ['Times New Roman', '"Times New Roman", Times, serif'],
    ['Trebuchet MS', '"Trebuchet MS", Tahoma, sans-serif'],
    ['Verdana', 'Verdana, Geneva, sans-serif'],
    ['Courier New', '"Courier New", Courier, monospace']
];

export const SIZES: [label: string, value: string][] = [10, 12, 14, 16, 18, 24, 32].map((px) => [String(px), `${px}px`]);

export interface FontOption {
    label: string;
    value: string;
    isSelected: boolean;
}

/** The choices with the one that the text has; a value from elsewhere is a choice of its own. */
export function optionsOf(choices: [label: string, value: string][], current: string, usual: string): FontOption[] {
    const first = (value: string) => value.split(',')[0]?.replace(/["']/g, '').trim().toLowerCase();
    const known = choices.find(([, value]) => first(value) === first(current));
    const all = current && !known ? [...choices, [current.split(',')[0]?.replace(/["']/g, '') ?? current, current] as const] : choices;
    const options = all.map(([label, value]) => ({ label, value, isSelected: value === (known?.[1] ?? current) }));
    return [{ label: usual, value: '', isSelected: !current }, ...options];
}
