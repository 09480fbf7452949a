using System.Net;
using System.Text;
using TenkTanken.Browser.Tests.Hosting;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>A page, served from an address of its own, that does what the site promises not to do.</summary>
internal sealed class SpoiltPage : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly byte[] _page;
    private readonly string _header;

    /// <param name="header">One more header of the answer, <c>name: value</c>.</param>
    public SpoiltPage(string markup, string header = "X-Nothing: more")
    {
        _page = Encoding.UTF8.GetBytes($"<!doctype html><title>Spoilt</title><link rel=icon href=data:,>{markup}");
        _header = header;
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
        context.Response.Headers.Add(_header);
        context.Response.Close(_page, willBlock: false);
    }
}
