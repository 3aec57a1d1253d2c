#!/bin/busybox sh
# Why: the recording host's work: a container made by hand, then the control groups one controller at a time; hands the
# results out. Runs on nothing but busybox and the two programs beside it.
/bin/busybox mkdir -p /proc /sys /dev /out /tmp
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
mount -t cgroup2 cgroup2 /sys/fs/cgroup
hostname host
echo '+cpu +memory +pids +io' > /sys/fs/cgroup/cgroup.subtree_control
load() { for module in "$@"; do insmod /lib/m/$module.ko || echo "recording host: insmod $module failed"; done; }
load llc stp bridge veth
# A disk of memory, so that no time of the machine below stands in the figures of io.max.
insmod /lib/m/brd.ko rd_nr=1 rd_size=65536 || echo "recording host: insmod brd failed"

# The container's root: a folder of a plain user.
mkdir -p /srv/box/bin /srv/box/proc /srv/box/old
cp /bin/by-hand /srv/box/bin/app
chown -R 1000:1000 /srv/box
ln -s by-hand /bin/runtime
by-hand > /out/containers-by-hand.jsonl
echo "recording host: by-hand returned $?"
rmdir /sys/fs/cgroup/box

for scene in cpu memory pids freezer io; do
  meter $scene > /out/cgroups-$scene.txt
  echo "recording host: meter $scene returned $?"
done

# Read from what runs here, for the recordings' provenance.
{ uname -r; busybox | head -n 1; } > /out/versions.txt
load virtio_ring virtio virtio_pci_legacy_dev virtio_pci_modern_dev virtio_pci virtio_blk
# An archive straight on the disk: no file system, no partition.
tar cf /dev/vda -C /out . && sync
reboot -f
