import { FailureError } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/contract/person.ts';
import type { Joining } from '../../shared/contract/sharing.ts';
import { createId } from '../../shared/document/ids.ts';
import { parseInvitation, type Invitation } from '../lan/invitation.ts';
import { join, replicaNoteOf } from '../lan/join.ts';
import type { Application, OpenStrategy } from './application.ts';

interface Course {
  readonly ended: AbortController;
  state: Joining;
}

/** How often it is looked how much has been copied, in milliseconds. */
const LOOK_EVERY = 200;

/** Strategies of other machines that are being joined, on behalf of the person of this device. */
export class Joinings {
  readonly #application: Application;
  readonly #courses = new Map<string, Course>();

  constructor(application: Application) {
    this.#application = application;
  }

  /** @throws FailureError when it is no invitation, or nobody has said who they are. */
  begin(pasted: string): string {
    const invitation = parseInvitation(pasted);
    const { person } = this.#application.profile;
    if (!person) throw new FailureError('person-unknown');
    const course: Course = { ended: new AbortController(), state: { state: 'waiting', code: null } };
    const id = createId();
    this.#courses.set(id, course);
    void this.#run(course, invitation, person).catch((error: unknown) => {
      const failure = error instanceof FailureError ? error.failure : null;
      if (!failure) console.error('A strategy could not be joined.', error);
      course.state = { state: 'failed', failure: failure ?? { type: 'host-answer', values: {} } };
    });
    return id;
  }

  /** @throws FailureError when nothing is being joined under that id. */
  find(id: string): Joining {
    const course = this.#courses.get(id);
    if (!course) throw new FailureError('cancelled');
    return course.state;
  }

  /** Gives up; what has been copied goes. */
  cancel(id: string): void {
    const course = this.#courses.get(id);
    this.#courses.delete(id);
    course?.ended.abort();
  }

  close(): void {
    for (const id of this.#courses.keys()) this.cancel(id);
  }

  async #run(course: Course, invitation: Invitation, person: Person): Promise<void> {
    const { signal } = course.ended;
    const identity = await this.#application.profile.identity;
    const onCode = (code: string): void => {
      course.state = { state: 'waiting', code };
    };
    const standing = await join({ invitation, identity, person, onCode, signal });
    const open = this.#application.createReplicaInFolder(
      standing.title,
      standing.strategy,
      replicaNoteOf(invitation, standing),
    );
    try {
      await this.#copy(course, open);
    } catch (error) {
      await this.#application.discard(open);
      throw error;
    }
    course.state = { state: 'done', strategy: await this.#application.remember(open) };
  }

  async #copy(course: Course, { sharing }: OpenStrategy): Promise<void> {
    const { signal } = course.ended;
    const link = await sharing.connect();
    const look = (): void => {
      const { documents, behind } = link.state;
      course.state = { state: 'copying', documents, behind };
    };
    look();
    const looking = setInterval(look, LOOK_EVERY);
    const cancelled = new Promise<never>((_, reject) => {
      const cancel = (): void => reject(new FailureError('cancelled'));
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel);
    });
    try {
      await Promise.race([link.whenInStep(), cancelled]);
    } finally {
      clearInterval(looking);
    }
  }
}
