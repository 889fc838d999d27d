/** The place that a key leads to from tab `at` of `count`; undefined for a key that moves between no tabs. */
export function placeAfterKey(key: string, at: number, count: number, isRightToLeft: boolean): number | undefined {
    const onward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
    if (key === onward) return (at + 1) % count;
    if (key === back) return (at + count - 1) % count;
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    return undefined;
}
