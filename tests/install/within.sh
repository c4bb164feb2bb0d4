# What unshare runs, in namespaces of its own: puts a system together, goes into it, runs a command there.
#   within.sh PLACE LAYERS PACKAGE WHERE COMMAND...
# PLACE has upper/, work/ and root/; PACKAGE may be empty. Every mount ends with the command.
set -eu
place=$1 layers=$2 package=$3 where=$4
shift 4
root=$place/root
mount --make-rprivate /
mount -t overlay overlay -o "lowerdir=$layers,upperdir=$place/upper,workdir=$place/work" "$root"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
# Parameters of this kernel are this machine's own.
for part in sys sysrq-trigger; do
  [ -e "$root/proc/$part" ] || continue
  mount --bind "$root/proc/$part" "$root/proc/$part"
  mount -o remount,bind,ro "$root/proc/$part"
done
# Where all of /proc is seen, for the kernel gives sandboxes one of their own only then. Nothing writes here.
mount -t proc -o nosuid,nodev,noexec proc "$root/mnt"
mount -t tmpfs -o mode=755,nosuid tmpfs "$root/dev"
for device in null zero full random urandom tty; do
  : >"$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
ln -s /proc/self/fd "$root/dev/fd"
ln -s fd/0 "$root/dev/stdin"
ln -s fd/1 "$root/dev/stdout"
ln -s fd/2 "$root/dev/stderr"
mkdir -m 1777 "$root/dev/shm"
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$root/dev/shm"
# For those who have a network; read only, for it is this machine's own file.
if [ -f "$root/etc/resolv.conf" ] || [ ! -e "$root/etc/resolv.conf" ]; then
  : >>"$root/etc/resolv.conf"
  mount --bind /etc/resolv.conf "$root/etc/resolv.conf"
  mount -o remount,bind,ro "$root/etc/resolv.conf"
fi
if [ -n "$package" ]; then
  [ -e "$root$where" ] || : >"$root$where"
  mount --bind "$package" "$root$where"
  mount -o remount,bind,ro "$root$where"
fi
# Not chroot: the kernel gives no namespaces to who was only shown another root, and sandboxes need them.
cd "$root"
pivot_root . .
umount -l .
cd /
exec "$@"
