/* How amounts that people type are read, on whichever page they do. */
export {
  type Notation,
  type WrittenFault,
  notationIn,
  notationOf,
  readNumber,
} from '../domain/text/written-number.ts';
