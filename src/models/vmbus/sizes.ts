/**
 * Why: what crosses the ring is small, whatever its data weighs. Sizes of the messages as Linux lays them out,
 * in bytes without descriptor and trailer.
 *
 * Source: Linux `include/linux/hyperv.h`, `drivers/net/hyperv/`, `drivers/scsi/storvsc_drv.c`; the 40 bytes of a
 * network message also in DPDK `drivers/net/netvsc/hn_nvs.h`. The host chooses the send section: 6,144 bytes is what
 * Windows hosts report (unverified for every version).
 */

export const PAGE = 4096;
/** Smaller frames are copied into a section of the send buffer, which the host can read; larger ones stay in place. */
export const SEND_SECTION = 6144;

const NVSP_MESSAGE = 40;
const GPA_HEAD = 8; // reserved, range count
const GPA_RANGE = 16; // length, offset, page frame number
const XFER_HEAD = 8; // page set, owner, range count
const XFER_RANGE = 8; // length, offset in the receive buffer
const VSTOR_PACKET = 64;
const MPB_RANGE = 8; // length, offset; then 8 bytes a page
const PFN = 8;

/** Whether netvsc copies this frame into its send buffer. */
export const isCopied = (frame: number): boolean => frame < SEND_SECTION;
/** Body of the message that asks to send a frame of so many bytes. */
export const sendBody = (frame: number): number =>
  NVSP_MESSAGE + (isCopied(frame) ? 0 : GPA_HEAD + GPA_RANGE * (1 + Math.ceil(frame / PAGE)));
/** Body of the completion of a send. */
export const SEND_DONE = NVSP_MESSAGE;
/** Body of the message that announces one received frame. */
export const RECEIVE_BODY = XFER_HEAD + XFER_RANGE + NVSP_MESSAGE;
/** Body of netvsc's answer that the receive buffer may be used again: message type and status. */
export const RECEIVE_DONE = 8;
/** Body of the message that asks to write so many bytes to a disk. */
export const diskBody = (bytes: number): number =>
  GPA_HEAD + MPB_RANGE + PFN * Math.ceil(bytes / PAGE) + VSTOR_PACKET;
/** Body of its completion. */
export const DISK_DONE = VSTOR_PACKET;
