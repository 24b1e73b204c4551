package org.openplr.edge.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Learners and organisations' people look for it among their own pages; it is one place for everybody. */
@WebServlet({"/learner/account", "/organisation/account"})
public class AccountPlace extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect("/account/");
    }
}
