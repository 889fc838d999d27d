export {
  ATTACHMENT_PROBLEMS,
  checkSizes,
  createReadAttachments,
  holdAttachments,
  type FileOfMessage,
  type ReadAttachments,
} from './attachments.ts';
export { cleanName } from './clean-name.ts';
export { createCheckFile, createKeepFile } from './keep-file.ts';
export { megabytes, MOST_BYTES as MOST_FILE_BYTES, MOST_FILES } from './limits.ts';
export { deleteLeftUploads } from './receive-file.ts';
export { createRemoveFile, deleteUnusedFiles, forgetFile } from './remove-file.ts';
export { findFiles, giveUpFile, keepForLibrary } from './repository.ts';
export { renamedAs } from './renamed-as.ts';
export { fileRoutes } from './routes.ts';
export { createScan } from './scan.ts';
export { createUploadLinks, type UploadLinks } from './upload-links.ts';
export { uploadRoutes } from './upload-routes.ts';
