import { useRef, type FormEvent } from 'react';

/**
 * What a form does when it is sent.
 * @param work Not begun once more before it is done: a double click sends twice.
 */
export function useSubmit(work: () => Promise<void>): (event: FormEvent) => void {
  const isWorking = useRef(false);
  return (event) => {
    event.preventDefault();
    if (isWorking.current) return;
    isWorking.current = true;
    void work().finally(() => (isWorking.current = false));
  };
}
