/** What is sent: 100 bytes. */
export const MESSAGE = '{"symbol":"ABCD","price":123.45,"at":1234567890123}'.padEnd(100, ' ');
