using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>
/// Where one who leaves in a hurry ends up, played on this machine: the browser is told that it is here, and finds nobody else.
/// A real server, since what a redirect leads to goes past whatever stands in the browser.
/// </summary>
public sealed class OtherSite : IAsyncDisposable
{
    public const string Title = "Været";

    private readonly WebApplication _server;

    private OtherSite(WebApplication server) => _server = server;

    public int Port => new Uri(_server.Urls.Single()).Port;

    public static async Task<OtherSite> StartAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + new Uri(Words.LeaveAddress).Host, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, line => line.UseHttps(certificate)));
        var server = builder.Build();
        server.Run(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync($"<!doctype html><meta charset=utf-8><title>{Title}</title><link rel=icon href=data:,>Sol");
        });
        await server.StartAsync();

        return new OtherSite(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
