import { useEffect, useEffectEvent, useState } from 'react';

/** Opens what is chosen. While the answer to fewer letters still stands there, it waits for the one to what was typed last. */
export const useAwaitedOpen = (isStale: boolean, open: () => void) => {
  const [isAwaited, setAwaited] = useState(false);
  const openAwaited = useEffectEvent(() => {
    setAwaited(false);
    open();
  });
  useEffect(() => {
    if (isAwaited && !isStale) openAwaited();
  }, [isAwaited, isStale]);
  return {
    open: (): void => {
      if (isStale) setAwaited(true);
      else open();
    },
    forget: (): void => {
      setAwaited(false);
    },
  };
};
