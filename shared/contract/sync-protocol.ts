/** Sub-protocol of the socket that documents are synchronised over; the session's token goes with it. */
export const SYNC_PROTOCOL = 'valletta.v1';
