//! A server that says what it hears, for Autobahn's fuzzing client (CONTRIBUTING.md says how): the rules alone, on
//! blocking sockets, a thread a connection. It is no part of the product, and checks no more of a handshake than its key.
//!
//! Usage: echo 127.0.0.1:9001

use marquee_websocket::{Inbound, Message, Opcode, accept_key, close, framed, pong};
use std::error::Error;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

/// Larger than any message of the suite, in bytes.
const MESSAGE_MAX: u32 = 32 << 20;
/// The longest handshake, in bytes.
const HANDSHAKE_MAX: usize = 8 << 10;

fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).ok_or("usage: echo ADDRESS")?;
    let listener = TcpListener::bind(&address)?;
    for socket in listener.incoming() {
        let socket = socket?;
        std::thread::spawn(move || {
            if let Err(error) = converse(socket) {
                eprintln!("a connection ended: {error}");
            }
        });
    }
    Ok(())
}

fn converse(mut socket: TcpStream) -> Result<(), Box<dyn Error>> {
    socket.set_nodelay(true)?;
    let mut rest = handshake(&mut socket)?;
    let mut inbound = Inbound::new(MESSAGE_MAX);
    let mut buffer = vec![0; 64 << 10];
    loop {
        let mut out = Vec::new();
        let mut ended = false;
        let taken = inbound.take(&mut rest, &mut |message| match message {
            Message::Text(text) => out.extend_from_slice(&framed(Opcode::Text, text.as_bytes())),
            Message::Binary(bytes) => out.extend_from_slice(&framed(Opcode::Binary, bytes)),
            Message::Ping(payload) => out.extend_from_slice(pong(payload).as_ref()),
            Message::Pong(_) => {}
            Message::Close(status) => {
                out.extend_from_slice(close(status).as_ref());
                ended = true;
            }
        });
        if let Err(violation) = taken {
            out.extend_from_slice(close(Some((violation.code(), violation.reason()))).as_ref());
            ended = true;
        }
        socket.write_all(&out)?;
        if ended {
            // What is still on its way would turn the end into a reset, which may overtake the close.
            socket.shutdown(std::net::Shutdown::Write)?;
            while socket.read(&mut buffer)? > 0 {}
            return Ok(());
        }
        let read = socket.read(&mut buffer)?;
        if read == 0 {
            return Ok(());
        }
        rest.clear();
        rest.extend_from_slice(&buffer[..read]);
    }
}

/// Answers the request, and gives what came after it.
fn handshake(socket: &mut TcpStream) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut request = Vec::new();
    let end = loop {
        if let Some(at) = request.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        let mut buffer = [0; 1024];
        let read = socket.read(&mut buffer)?;
        if read == 0 || request.len() > HANDSHAKE_MAX {
            return Err("no handshake came".into());
        }
        request.extend_from_slice(&buffer[..read]);
    };
    let rest = request.split_off(end);
    let request = std::str::from_utf8(&request)?;
    let key = request
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("sec-websocket-key"))
        .map(|(_, key)| key.trim())
        .ok_or("the handshake has no key")?;
    socket.write_all(
        b"HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ",
    )?;
    socket.write_all(&accept_key(key.as_bytes()))?;
    socket.write_all(b"\r\n\r\n")?;
    Ok(rest)
}
