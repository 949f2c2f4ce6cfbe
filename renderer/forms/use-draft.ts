import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { call } from '../rpc/engine.ts';
import { useForgetDrafts } from '../rpc/use-engine.ts';
import type { FormValues } from './read-form.ts';
import { takeWanted } from './wanted-draft.ts';

type Values = Record<string, FormValues[string]>;
type Found = { readonly content: string; readonly savedAt: string };

const delay = 500;

/** What is typed is kept in the encrypted database half a second later, and at once when the form or the window goes away. */
export const useDraft = (form: UseFormReturn<Values>, key: string | null) => {
  const [found, setFound] = useState<Found | null>(null);
  const forget = useForgetDrafts();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isWaiting = useRef(false);
  useEffect(() => {
    if (key === null) return;
    void call('draft.find', { form: key }).then((reply) => {
      if (!reply.ok || reply.value.content === null || reply.value.savedAt === null) return;
      if (takeWanted(key)) form.reset(JSON.parse(reply.value.content) as Values, { keepDefaultValues: true });
      else setFound({ content: reply.value.content, savedAt: reply.value.savedAt });
    });
  }, [form, key]);
  useEffect(() => {
    if (key === null) return undefined;
    const save = (): void => {
      clearTimeout(timer.current);
      if (!isWaiting.current) return;
      isWaiting.current = false;
      void call('draft.save', { form: key, content: JSON.stringify(form.getValues()) }).then(forget);
    };
    const subscription = form.watch((_typed, { name }) => {
      // Only what a person typed: a reset names no field.
      if (name === undefined) return;
      isWaiting.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, delay);
    });
    window.addEventListener('pagehide', save);
    return () => {
      subscription.unsubscribe();
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [form, key, forget]);
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    isWaiting.current = false;
    setFound(null);
    if (key !== null) void call('draft.remove', { form: key }).then(forget);
  }, [key, forget]);
  const take = useCallback(() => {
    if (found !== null) form.reset(JSON.parse(found.content) as Values, { keepDefaultValues: true });
    setFound(null);
  }, [found, form]);
  return { savedAt: found?.savedAt ?? null, drop, take };
};
