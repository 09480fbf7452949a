using Microsoft.AspNetCore.Http.HttpResults;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Errors;

/// <summary>
/// Our own page for every answer that went wrong and has no page yet. It is rendered on the spot: running the request
/// again under another address, as is usual, would repeat a post.
/// </summary>
public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseStatusCodePages(context => ShowAsync(context.HttpContext));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ShowAsync,
            // A form too large or cut off is the sender's fault, and no event of ours.
            StatusCodeSelector = fault => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.Use(async (context, next) =>
        {
            await next(context);

            // A page that was begun and refused (a form without its name, say) has a content type and no content;
            // without the type it is seen to be empty, and gets a page.
            if (context.Response is { HasStarted: false, StatusCode: >= 400 })
            {
                context.Response.ContentType = null;
            }
        });
    }

    private static async Task ShowAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;

        // What a page that was begun has left behind: a header the framework would add twice, and services of the
        // request that serve one page only.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            RequestLanguage.Apply(context, findsPage: false);
            if (IsForMachines(context))
            {
                context.Response.ContentType = "text/plain; charset=utf-8";
                await context.Response.WriteAsync(scope.ServiceProvider.GetRequiredService<PageContext>().Texts.Errors.NotFoundTitle + "\n");
                return;
            }

            await new RazorComponentResult<ErrorDocument> { StatusCode = status }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    /// <summary>
    /// A file that is not there, asked for by a machine: an icon, a list of pages. A browser that is to show what it gets
    /// says that it wants a page.
    /// </summary>
    private static bool IsForMachines(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status404NotFound
        && Path.GetExtension(context.Request.Path.Value) is [_, _, ..] ending && ending.Skip(1).All(char.IsAsciiLetter)
        && !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
