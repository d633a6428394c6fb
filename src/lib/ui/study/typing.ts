/** Whether keys belong to what has focus, because a text is being written or a value chosen there. */
export function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
	);
}
