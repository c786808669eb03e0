import { type ParagraphChild, Bookmark, BookmarkEnd, BookmarkStart } from 'docx';

/** A bookmark with an id of our choice: the library's own goes on counting from one document to the next. */
export class NumberedBookmark extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;

  constructor(name: string, id: number, children: readonly ParagraphChild[]) {
    super({ id: name, children });
    this.start = new BookmarkStart(name, id);
    this.end = new BookmarkEnd(id);
  }
}
