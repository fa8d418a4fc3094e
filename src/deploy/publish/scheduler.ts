/** Tasks in an order that works, side by side where the order allows. */

/**
 * `new`: what no contact can meet yet. `live`: what contacts meet at once. `association`: what leads contacts and agents
 * to flows. `archive`: what goes out of use. `last`: what is only tidied up.
 */
export type Stage = 'new' | 'live' | 'association' | 'archive' | 'last';

const STAGES: readonly Stage[] = ['new', 'live', 'association', 'archive', 'last'];

export interface Task {
  readonly id: string;
  readonly stage: Stage;
  /** Ids of tasks that must be done before. */
  readonly needs: readonly string[];
  /** How many requests it will make, about. */
  readonly requests: number;
  /** Throws what went wrong. */
  readonly run: () => Promise<void>;
}

export interface Failure {
  readonly task: Task;
  readonly error: unknown;
}

/**
 * Runs all tasks. What is new comes first, as long as it does not need something that is live to change before. When
 * something fails, the rest of what is new is tried, so that one run tells everything that is wrong with it, and nothing
 * that is live is touched any more.
 */
export async function runTasks(tasks: readonly Task[]): Promise<readonly Failure[]> {
  const waiting = new Map(tasks.map((task) => [task.id, task]));
  const failures: Failure[] = [];
  const failed = new Set<string>();
  while (waiting.size > 0) {
    passOver(waiting, failed);
    const ready = readyOf(waiting);
    if (ready.length === 0 || (failures.length > 0 && ready[0]?.stage !== 'new')) break;
    const ended = await Promise.allSettled(ready.map(({ run }) => run()));
    ended.forEach((end, i) => {
      const task = ready[i] as Task;
      waiting.delete(task.id);
      if (end.status === 'fulfilled') return;
      failures.push({ task, error: end.reason as unknown });
      failed.add(task.id);
    });
  }
  return failures;
}

/** What needs something that failed fails with it, and is not told besides. */
function passOver(waiting: Map<string, Task>, failed: Set<string>): void {
  for (let before = -1; before !== failed.size;) {
    before = failed.size;
    for (const task of waiting.values()) {
      if (!task.needs.some((id) => failed.has(id))) continue;
      failed.add(task.id);
      waiting.delete(task.id);
    }
  }
}

/** Those of the earliest stage that need nothing that is still to be done. Of tasks that all need each other, the first. */
function readyOf(waiting: ReadonlyMap<string, Task>): readonly Task[] {
  const all = [...waiting.values()];
  const free = all.filter(({ needs }) => !needs.some((id) => waiting.has(id)));
  const stageOf = (from: readonly Task[]) => STAGES.find((stage) => from.some((task) => task.stage === stage));
  if (free.length === 0) {
    const stage = stageOf(all);
    return all.filter((task) => task.stage === stage).slice(0, 1);
  }
  // Later stages wait for earlier ones, even where they do not need them.
  const stage = stageOf(free);
  return free.filter((task) => task.stage === stage);
}
