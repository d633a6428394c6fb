import { problemsOf, type ProjectProblems } from '../../authoring/problems';
import type { Edition, ProjectState } from '../../authoring/project';
import { answer } from '../worker-messages';

/** Told a project's state and texts, answers what the lints say of them. */
onmessage = ({ data }: MessageEvent<{ state: ProjectState; editions: ReadonlyMap<string, Edition> }>) =>
	answer<ProjectProblems>('lints-failed', async () => problemsOf(data.state, data.editions));
