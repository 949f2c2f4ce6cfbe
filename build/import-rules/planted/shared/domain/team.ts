import { useState } from 'react';
export const team = useState;
