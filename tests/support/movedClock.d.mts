export function moveClock(ahead: number): void;
export function decideHour(): void;
export function aheadMs(): number;
