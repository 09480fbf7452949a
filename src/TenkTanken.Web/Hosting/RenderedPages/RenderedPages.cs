using System.Collections.Concurrent;
using System.Threading.Channels;
using TenkTanken.Content;
using TenkTanken.Web.Hosting.ContentFolder;
using TenkTanken.Web.Hosting.Headers;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Hosting.RenderedPages;

/// <summary>
/// A page to read is the same for everybody, as long as its words are and the day is: facts grow old by days. It is rendered for the first who asks, and
/// all others get those bytes. With new content or a new day all are forgotten at once, so that nobody reads what was corrected.
/// </summary>
internal sealed class RenderedPages(LiveContent live, TimeProvider time)
{
    /// <summary>Bytes. A page takes some forty thousand, so of every edition there will ever be; what comes after that is rendered each time.</summary>
    private const long Most = 64 * 1024 * 1024;

    private readonly Channel<RenderedPage> _new = Channel.CreateUnbounded<RenderedPage>(new() { SingleReader = true });
    private volatile Shelf _shelf = new(null, default);

    /// <summary>Those that can still be compressed better, as they come.</summary>
    public IAsyncEnumerable<RenderedPage> ToCompress(CancellationToken cancellationToken) => _new.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Those of the content and the day there are now.</summary>
    public Shelf Now()
    {
        var (shelf, library, day) = (_shelf, live.Current, Today());
        if (shelf.Library != library || shelf.Day != day)
        {
            // Of two who come at once the second may begin another one, which costs a page rendered twice.
            _shelf = shelf = new(library, day);
        }

        return shelf;
    }

    /// <summary>Renders a page, and keeps it if it is one for everybody.</summary>
    public async Task RenderAsync(HttpContext context, Shelf shelf, RequestDelegate next)
    {
        var drawn = await DrawAsync(context, next);
        var isTheirs = context.RequestServices.GetRequiredService<ContentLibrary>() == shelf.Library && Today() == shelf.Day;
        if (context.Response is not { HasStarted: false, StatusCode: StatusCodes.Status200OK } || !isTheirs || !IsForEverybody(context))
        {
            await context.Response.Body.WriteAsync(drawn, context.RequestAborted);
            return;
        }

        var page = RenderedPage.Of(drawn, isLogged: !context.Has<NotLogged>());
        await page.AnswerFirstAsync(context);
        if (shelf.Add(KeyOf(context.Request), page, Most))
        {
            _new.Writer.TryWrite(page);
        }
    }

    public static RenderedPage? Find(Shelf shelf, HttpRequest request) => shelf.Find(KeyOf(request));

    /// <summary>With a connection that is secure, more is said in the headers.</summary>
    private static (string Path, bool IsHttps) KeyOf(HttpRequest request) => (request.Path.Value!, request.IsHttps);

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>What has a circuit or a token is drawn for one, and what is not to be kept says so itself.</summary>
    private static bool IsForEverybody(HttpContext context) =>
        context.Has<ForEverybody>()
        && !context.Has<WithCircuit>()
        && !context.Has<FollowingPage>()
        && !context.Has<NotForReaders>()
        && context.Response.Headers is { CacheControl.Count: 0, SetCookie.Count: 0, Vary.Count: 0 };

    private static async Task<byte[]> DrawAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var drawn = new MemoryStream();
        try
        {
            context.Response.Body = drawn;
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        return drawn.ToArray();
    }

    /// <summary>The pages of one content on one day.</summary>
    internal sealed class Shelf(ContentLibrary? library, DateOnly day)
    {
        private readonly ConcurrentDictionary<(string Path, bool IsHttps), RenderedPage> _pages = new();
        private long _bytes;

        public ContentLibrary? Library => library;

        public DateOnly Day => day;

        public RenderedPage? Find((string Path, bool IsHttps) key) => _pages.GetValueOrDefault(key);

        /// <summary>False where there is no room, or somebody was first.</summary>
        public bool Add((string Path, bool IsHttps) key, RenderedPage page, long most) =>
            Interlocked.Add(ref _bytes, page.Bytes) <= most && _pages.TryAdd(key, page);
    }
}
