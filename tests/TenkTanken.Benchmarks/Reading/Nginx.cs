using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TenkTanken.Benchmarks.Reading;

/// <summary>nginx as Debian has it, with one worker on the core of the site: the same bytes from files, with the same headers.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Core = "0";

    // Open to others: its worker is not who starts it.
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"tenktanken-nginx-{Guid.NewGuid():N}"));
    private readonly Process _process;

    private Nginx(IReadOnlyList<SentPage> pages, bool keepsOpen, int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        foreach (var page in pages)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, page.Name, "nb"));
            File.WriteAllBytes(Path.Combine(folder.FullName, "tegn"), page.Bytes);
        }

        var configuration = Path.Combine(_folder.FullName, "nginx.conf");
        File.WriteAllText(configuration, Configuration(pages, keepsOpen, port));
        _process = Process.Start("taskset", ["-c", Core, "nginx", "-c", configuration, "-p", _folder.FullName, "-g", "daemon off;"]);
    }

    public Uri Address { get; }

    public static async Task<Nginx> StartAsync(IReadOnlyList<SentPage> pages, bool keepsOpen, CancellationToken cancellationToken)
    {
        var nginx = new Nginx(pages, keepsOpen, FreePort());
        using var client = new HttpClient { BaseAddress = nginx.Address };
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                var plain = await client.GetByteArrayAsync("/nb/tegn", cancellationToken);

                return plain.AsSpan().SequenceEqual(pages[0].Bytes) ? nginx : throw new InvalidOperationException("nginx answers with other bytes.");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, cancellationToken);
            }
        }

        throw new InvalidOperationException("nginx did not start. It needs Debian's package nginx.");
    }

    public async ValueTask DisposeAsync()
    {
        using var stop = Process.Start("kill", ["-QUIT", $"{_process.Id}"]);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>As it comes: sendfile, tcp_nopush and an access log, as in Debian's own nginx.conf.</summary>
    private string Configuration(IReadOnlyList<SentPage> pages, bool keepsOpen, int port)
    {
        var headers = string.Concat(pages[0].Sent.Where(header => header.Name != "Vary").Select(header => $"add_header {header.Name} \"{header.Value}\";\n"));
        var cache = keepsOpen ? "open_file_cache max=100;" : "";

        return $$"""
            worker_processes 1;
            pid {{_folder.FullName}}/nginx.pid;
            error_log {{_folder.FullName}}/error.log;
            events { worker_connections 768; }
            http {
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              types {}
              default_type "text/html; charset=utf-8";
              access_log {{_folder.FullName}}/access.log;
              client_body_temp_path {{_folder.FullName}}/body;
              {{cache}}
              map $http_accept_encoding $form { "gzip" gzip; "br" br; default plain; }
              map $form $coding { gzip gzip; br br; default ""; }
              server {
                listen 127.0.0.1:{{port}};
                root {{_folder.FullName}}/$form;
                {{headers}}
                add_header Vary "Accept-Encoding";
                add_header Content-Encoding $coding;
              }
            }
            """;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
