// Study of everything is a page of its own; that of one deck is served by the fallback page.
export const prerender = 'auto';
export const entries = () => [{ deck: '' }];
