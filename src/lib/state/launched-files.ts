interface LaunchParams {
	readonly files?: readonly FileSystemFileHandle[];
}
declare global {
	interface Window {
		/** Where the system hands over files that are opened with Recite; not in every browser. */
		readonly launchQueue?: { setConsumer(consumer: (params: LaunchParams) => void): void };
	}
}

/** Calls back with files that were opened with Recite, now and while the page is open. Which page is in the manifest. */
export function onLaunch(take: (files: readonly File[]) => void): void {
	window.launchQueue?.setConsumer(({ files = [] }) => {
		if (files.length > 0) void Promise.all(files.map((handle) => handle.getFile())).then(take);
	});
}
