using System.Net;
using System.Text;
using TenkTanken.Browser.Tests.Hosting;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>A page, served from an address of its own, that does what the site promises not to do.</summary>
internal sealed class SpoiltPage : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly byte[] _page;
    private readonly string[] _headers;

    /// <param name="headers">More headers of the answer, each <c>name: value</c>.</param>
    public SpoiltPage(string markup, params string[] headers)
    {
        _page = Encoding.UTF8.GetBytes($"<!doctype html><title>Spoilt</title><link rel=icon href=data:,>{markup}");
        _headers = headers;
        Address = $"http://127.0.0.1:{RunningSite.PortOfOurOwn()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _listener.BeginGetContext(Answer, null);
    }

    public string Address { get; }

    public void Dispose() => _listener.Close();

    private void Answer(IAsyncResult asked)
    {
        if (!_listener.IsListening)
        {
            return;
        }

        var context = _listener.EndGetContext(asked);
        _listener.BeginGetContext(Answer, null);
        context.Response.StatusCode = context.Request.RawUrl == "/" ? 200 : 404;
        context.Response.ContentType = "text/html";
        foreach (var header in _headers)
        {
            context.Response.Headers.Add(header);
        }

        context.Response.Close(_page, willBlock: false);
    }
}
