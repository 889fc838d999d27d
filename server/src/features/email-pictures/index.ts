export { createKeepPicture } from './keep-picture.ts';
export { MOST_BYTES as SMALL_ROOM, roomFor } from './limits.ts';
export { pictureRoutes } from './picture-routes.ts';
export {
  BODY_PICTURE_PROBLEMS,
  checkPictures,
  embedPictures,
  findGone,
  withShownPictures,
  type EmbeddedPicture,
} from './pictures-of-body.ts';
export { deleteUnusedPictures } from './repository.ts';
export { emailPictureRoutes } from './routes.ts';
export { takePictures } from './take-pictures.ts';
