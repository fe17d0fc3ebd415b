# Asterisk 22 of the Debian release that has it: the one that Rightparty's tests run against.
FROM debian:forky-slim
RUN apt-get update && apt-get install -y --no-install-recommends asterisk && rm -rf /var/lib/apt/lists/*
# The group of the rendered files: Rightparty's image has it too.
RUN groupadd --gid 5080 telephony && usermod --append --groups telephony asterisk && \
    install -d -m 2775 -g telephony /etc/asterisk-rendered && \
    install -d -o asterisk -g asterisk /var/run/asterisk /var/log/asterisk && \
    install -d -o asterisk -m 2775 -g telephony /var/spool/asterisk/monitor
USER asterisk
EXPOSE 5060/udp 5038 8088 20000-20999/udp
# Directories of recordings are shared with Rightparty, which encrypts what lies in them and deletes it there.
ENTRYPOINT ["/bin/sh", "-c", "umask 002 && exec /usr/sbin/asterisk -f -C /etc/asterisk-rendered/asterisk.conf"]
