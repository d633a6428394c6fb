/** What the app may ask of another host. */
export interface OutsideRequest {
	/** Only http and https. */
	readonly url: string;
	/** GET if not given. */
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Of the answer's body, unpacked. */
	readonly maxBytes: number;
	/** From the start to the last byte, ms. */
	readonly timeoutMs: number;
}

/** An answer of whatever status; 404 and 500 are answers too. */
export interface OutsideResponse {
	readonly status: number;
	/** Names in small letters; only those that the other host lets a page of another site see. */
	readonly headers: Readonly<Record<string, string>>;
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** The address that answered in the end. */
	readonly url: string;
}
