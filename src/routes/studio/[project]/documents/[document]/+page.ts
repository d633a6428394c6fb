// Projects are in the person's own database: there is no page to make beforehand.
export const prerender = false;
