using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>The web server: where it listens and what it refuses before any of our code runs.</summary>
public static class Server
{
    /// <summary>The fullest checklist posts about 2 KiB; nothing a reader sends is near this.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    public static void AddServer(this WebApplicationBuilder builder)
    {
        // In code, and only when nothing else is said: launch settings and Urls in appsettings would override ASPNETCORE_URLS.
        if (ListenAddresses.Read(builder.Configuration) is null)
        {
            builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(WebHostDefaults.ServerUrlsKey, ListenAddresses.Default)]);
        }

        // Outside Development a site that is run without being published would answer with empty stylesheets.
        builder.WebHost.UseStaticWebAssets();
        var connections = ConnectionLimits.OfThisProcess();
        builder.Services.AddSingleton(connections);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxConcurrentConnections = connections.All;
            kestrel.Limits.MaxConcurrentUpgradedConnections = connections.Circuits;
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });
        // The framework would refuse another host before our headers are there; we do it ourselves (WholeAddresses).
        builder.Services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        builder.Host.UseDefaultServiceProvider(provider =>
        {
            provider.ValidateOnBuild = true;
            provider.ValidateScopes = true;
        });

        // Scheme and host only: the address of the person behind a proxy is never even read. Only a proxy on this
        // machine is believed, which is the framework's default.
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);
    }

    /// <summary>Keys for tokens that pages carry through the browser. They survive a restart, and so does a page.</summary>
    public static void AddTokens(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("tenktanken");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<Settings, ILoggerFactory>(
            (options, settings, log) => options.XmlRepository = new TokenKeys(settings.Keys, log));
    }
}
